"""Text → records: layout, mentions, structure, orders, lending."""
