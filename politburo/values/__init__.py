"""What one phrase can mean. A module holds the type, its grammar, parse and str."""
