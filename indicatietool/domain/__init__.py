"""What there is: the nouns of indiceren, frozen and without behaviour that needs the outside world."""
