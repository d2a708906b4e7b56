"""What speakers want done or will do, in their own words."""
