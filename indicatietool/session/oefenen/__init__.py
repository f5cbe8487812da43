"""Practising with invented cases: choosing one, scoring it blind, comparing with the model, writing one."""
