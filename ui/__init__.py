"""What pages and server share: the loaded tables, controls kept in the address, safe text."""
