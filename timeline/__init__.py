"""Policy timelines from news text: sourced, dated, and honest about what is not known."""
