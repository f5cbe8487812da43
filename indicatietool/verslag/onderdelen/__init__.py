"""The fourteen parts of a verslag, each a pure function from a Zaak to blocks without their heading."""
