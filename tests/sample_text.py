"""The words of the sample: who there is, which documents, and what each says."""

# id, name, kind, country, parent
ACTORS = (
    ("us", "United States", "state", "US", ""),
    ("cn", "China", "state", "CN", ""),
    ("nl", "Netherlands", "state", "NL", ""),
    ("jp", "Japan", "state", "JP", ""),
    ("us-commerce", "US Commerce Department", "body", "US", "us"),
    ("us-congress", "US Congress", "body", "US", "us"),
    ("cac", "Cyberspace Administration of China", "body", "CN", "cn"),
    ("samr", "State Administration for Market Regulation", "body", "CN", "cn"),
    ("mofcom", "Ministry of Commerce", "body", "CN", "cn"),
    ("lutnick", "Howard Lutnick", "person", "US", "us-commerce"),
    ("huang", "Jensen Huang", "person", "US", "nvidia"),
    ("nvidia", "Nvidia", "company", "US", ""),
    ("amd", "AMD", "company", "US", ""),
    ("huawei", "Huawei", "company", "CN", ""),
    ("cambricon", "Cambricon", "company", "CN", ""),
    ("inspur", "Inspur", "company", "CN", ""),
    ("smic", "SMIC", "company", "CN", "cn"),
    ("asml", "ASML", "company", "NL", ""),
    ("micron", "Micron", "company", "US", ""),
    ("deepseek", "DeepSeek", "company", "CN", ""),
    ("ft-paper", "Financial Times", "outlet", "GB", ""),
    ("bloomberg-news", "Bloomberg", "outlet", "US", ""),
    ("cn-regulators", "Chinese regulators", "officials", "CN", "cn"),
    ("cn-firms", "Chinese technology firms", "firms", "CN", ""),
    ("familiar", "people familiar with the matter", "source", "", ""),
)

# id, name, kind, country, time zone, home page
OUTLETS = (
    ("federal-register", "Federal Register", "official", "US", "America/New_York",
     "https://www.federalregister.gov"),
    ("reuters", "Reuters", "agency", "GB", "Europe/London", "https://www.reuters.com"),
    ("bloomberg", "Bloomberg", "news", "US", "America/New_York", "https://www.bloomberg.com"),
    ("ft", "Financial Times", "news", "GB", "Europe/London", "https://www.ft.com"),
    ("chipdaily", "Chip Daily", "blog", "US", "America/New_York", "https://chipdaily.example"),
    ("xinhua", "Xinhua", "official", "CN", "Asia/Shanghai", "https://www.news.cn"),
)  # fmt: skip

# id, outlet, title, published, report
DOCUMENTS = (
    ("federal-register/2022-10-13-rule", "federal-register",
     "Rule on advanced computing items", "2022-10-13", "federal-register"),
    ("reuters/2022-12-16-listing", "reuters",
     "Washington lists three dozen Chinese chip firms", "2022-12-16", "reuters"),
    ("reuters/2023-07-04-metals", "reuters",
     "Beijing answers with curbs on two chip metals", "2023-07-04", "reuters-metals"),
    ("bloomberg/2023-10-18-update", "bloomberg",
     "The rule of October is tightened", "2023-10-18", "bloomberg-rule"),
    ("bloomberg/2024-09-27-guidance", "bloomberg",
     "Beijing nudges buyers towards its own chips", "2024-09-27", "bloomberg"),
    ("chipdaily/2024-09-28-echo", "chipdaily",
     "Report: Beijing nudges buyers to local chips", "2024-09-28", "bloomberg"),
    ("xinhua/2024-12-09-probe", "xinhua",
     "Regulator looks into chip designer's old deal", "2024-12-09", "xinhua"),
    ("reuters/2025-04-16-h20", "reuters",
     "Charge over halted chip sales", "2025-04-16", "reuters-h20"),
    ("ft/2025-08-20-insult", "ft",
     "How a remark turned officials against a chip", "2025-08-20", "ft"),
    ("chipdaily/2025-08-21-echo", "chipdaily",
     "Officials turn on the H20, paper says", "2025-08-21", "ft"),
)  # fmt: skip

# document -> (event, type, status, sentence with its marks)
STORY: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "federal-register/2022-10-13-rule": (
        ("rule22", "export_control", "enacted",
         "[i:us-commerce|The Commerce Department] [y:|issued] a rule [d:2022-10-07|on October 7, "
         "2022] that [x:|bars] sales of [o:|A100] chips to [t:cn|China] without a licence."),
        ("effect22", "export_control", "in_force",
         "The part on chip-making tools of [i:us-commerce|the Department] [x:|took effect] "
         "[d:2022-10-12|on October 12, 2022] and [y:|limits] what [t:smic|SMIC] may buy."),
        ("letter22", "company_disclosure", "occurred",
         "[i:nvidia|Nvidia] had [y:|disclosed] [d:2022-08-31|on August 31, 2022] a letter from "
         "[a:us|the US government] about the [o:|A100] and [o:|H100]."),
    ),
    "reuters/2022-12-16-listing": (
        ("listing22", "entity_listing", "enacted",
         "[i:us-commerce|The US Commerce Department] [y:|added] 36 firms, among them "
         "[t:cambricon|Cambricon], to its Entity List [d:2022-12-15|on Thursday]."),
        ("a800", "product", "occurred",
         "[i:nvidia|Nvidia] [y:|launched] the [o:|A800] for [a:cn|China] "
         "[d:2022-11|in November 2022]."),
        ("wto", "litigation", "occurred",
         "[i:cn|China] [y:|filed] a case against [t:us|the United States] at the trade body "
         "[d:2022-12-12|on Monday]."),
    ),
    "reuters/2023-07-04-metals": (
        ("metals", "export_control", "enacted",
         "[i:mofcom|China's commerce ministry] [y:|restricted] exports of gallium and germanium "
         "[d:2023-07-03|on Monday], a step aimed at [t:us|Washington]."),
        ("micron", "procurement_guidance", "in_force",
         "[i:cac|China's cyberspace regulator] [y:|told] operators of key networks in "
         "[d:2023-05|May 2023] to stop buying from [t:micron|Micron]."),
        ("inspur", "entity_listing", "enacted",
         "[i:us-commerce|Washington] had [y:|listed] [t:inspur|Inspur] "
         "[d:2023-03-02|on March 2, 2023]."),
        ("dutch", "export_control", "enacted",
         "[i:nl|The Dutch government] [y:|published] licence rules for [a:asml|ASML]'s machines "
         "[d:2023-06-30|on Friday]."),
        ("japan", "export_control", "in_force",
         "Limits by [i:jp|Japan] on 23 kinds of tools [y:|apply] from "
         "[d:2023-07-23|July 23, 2023]."),
    ),
    "bloomberg/2023-10-18-update": (
        ("rule23", "export_control", "enacted",
         "[i:us-commerce|The Biden administration] [y:|tightened] its chip rule "
         "[d:2023-10-17|on Tuesday], which takes in the [o:|A800] and [o:|H800] of "
         "[a:nvidia|Nvidia]."),
        ("fall23", "market_reaction", "occurred",
         "Shares of [i:nvidia|Nvidia] [y:|fell] 4.7% [d:2023-10-17|the same day]."),
        ("mate60", "product", "occurred",
         "[i:huawei|Huawei] [y:|showed] a phone with a domestic 7 nm chip "
         "[d:2023-08~|around August 2023]."),
        ("protest23", "reaction", "occurred",
         "[s:mofcom|The commerce ministry in Beijing] [y:|protested] "
         "[d:2023-10-18|on Wednesday] against [t:us|the US] move."),
        ("rule22", "export_control", "enacted",
         "[i:us-commerce|Washington] had [y:|set] the first limits "
         "[d:2022-10-07|on October 7, 2022], aimed at [t:cn|China]."),
        ("bill23", "legislation", "proposed",
         "[i:us-congress|US lawmakers] [x:|proposed] a [y:|bill] against rented computing power "
         "[d:2023-07/2023-09|in the third quarter of 2023]."),
    ),
    "bloomberg/2024-09-27-guidance": (
        ("guide24", "procurement_guidance", "alleged",
         "[i:cn-regulators|Chinese regulators] [y:|discouraged] [a:cn-firms|local firms] from "
         "buying the [o:|H20] of [t:nvidia|Nvidia] [d:2024-06/2024-08~|in recent months], "
         "[n:unnamed=people familiar with the matter|people familiar with the matter] said."),
        ("noban24", "policy_stance", "reported",
         "[i:cn|Beijing] [y:|wants] its own makers to gain, without a formal ban."),
        ("gain24", "industry_supply", "occurred",
         "[i:cambricon|Cambricon] and [i:huawei|Huawei] [y:|won] orders "
         "[d:2024|this year]."),
        ("talk24", "statement", "occurred",
         "[s:huang|Jensen Huang] [y:|said] [d:2024-09-26|on Thursday] that he serves "
         "[a:cn|China] as well as rules allow."),
    ),
    "chipdaily/2024-09-28-echo": (
        ("guide24", "procurement_guidance", "reported",
         "[r:bloomberg-news|Bloomberg] [n:outlet=Bloomberg|reports] that "
         "[i:cn-regulators|regulators in China] [y:|advise] [a:cn-firms|companies] against the "
         "[o:|H20] chips of [t:nvidia|Nvidia]."),
        ("fall24", "market_reaction", "occurred",
         "[i:nvidia|Nvidia] stock [y:|slipped] 2.1% [d:2024-09-27|on Friday]."),
    ),
    "xinhua/2024-12-09-probe": (
        ("probe24", "regulatory_probe", "enacted",
         "[i:samr|The market regulator] [y:|opened] an inquiry into [t:nvidia|Nvidia] "
         "[d:2024-12-09|on Monday] over a deal of 2020."),
        ("rule24", "export_control", "enacted",
         "A week earlier, [d:2024-12-02|on December 2, 2024], [i:us-commerce|Washington] had "
         "[y:|curbed] memory chips for [t:cn|China]."),
        ("ban24", "export_control", "enacted",
         "[i:mofcom|The commerce ministry] [y:|banned] gallium sales to [t:us|the United "
         "States] [d:2024-12-03|the day after]."),
    ),
    "reuters/2025-04-16-h20": (
        ("licence25", "licence_decision", "enacted",
         "[i:us|The US government] [y:|told] [t:nvidia|Nvidia] [d:2025-04-09|on April 9, 2025] "
         "that the [o:|H20] needs a licence."),
        ("charge25", "company_results", "forecast",
         "[i:nvidia|Nvidia] [x:|expects] a [y:|charge] of $5.5 billion "
         "[d:2025-02/2025-04|in the quarter to April 2025]."),
        ("amd25", "company_disclosure", "occurred",
         "[i:amd|AMD] [y:|warned] of a charge of its own [d:2025-04-16|on Wednesday]."),
        ("r1", "product", "occurred",
         "[i:deepseek|DeepSeek] [y:|released] its R1 model [d:2025-01-20|on January 20, 2025]."),
    ),
    "ft/2025-08-20-insult": (
        ("remark25", "statement", "occurred",
         "[s:lutnick|Howard Lutnick] [y:|remarked] [d:2025-07-15|on July 15, 2025] that buyers "
         "should get hooked on the [o:|H20] of [t:nvidia|Nvidia]."),
        ("guide25", "procurement_guidance", "alleged",
         "[i:cac|The cyberspace watchdog] [y:|urged] [a:cn-firms|big technology groups] to drop "
         "[o:|H20] orders, [n:unnamed=people familiar with the matter|people familiar with the "
         "matter] said."),
        ("summon25", "regulatory_probe", "enacted",
         "[i:cac|It] [y:|summoned] [t:nvidia|Nvidia] over alleged back doors "
         "[d:2025-07-31|on July 31, 2025]."),
        ("ban25", "ban_proposal", "speculation",
         "Some [i:cn|Chinese] policymakers [x:|may] push for a [y:|ban] on foreign chips for "
         "inference [d:2026|next year]."),
    ),
    "chipdaily/2025-08-21-echo": (
        ("guide25", "procurement_guidance", "reported",
         "[i:cac|China's internet regulator] [y:|wants] [a:cn-firms|Chinese companies] off the "
         "[o:|H20], [r:ft-paper|the Financial Times] [n:outlet=Financial Times|reports]."),
        ("remark25", "statement", "occurred",
         "[s:lutnick|The US commerce secretary] had [y:|called] buyers hooked on the chips of "
         "[t:nvidia|Nvidia] [d:2025-07|in July]."),
    ),
}  # fmt: skip
