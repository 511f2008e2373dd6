"""What happened, on what footing, and who took part."""
