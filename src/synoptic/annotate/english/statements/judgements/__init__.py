"""What somebody is said to find of a thing, a deed or a person."""
