"""Records are shown to people: the report in a terminal, passages with a caret under them."""
