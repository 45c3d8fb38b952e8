"""How regular expressions grow with the text: all those of the packages, their worst cases, and an engine that counts."""
