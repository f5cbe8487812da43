"""Voor de klas: les, uitproberen, casussen, vergelijken en kalibreren."""
