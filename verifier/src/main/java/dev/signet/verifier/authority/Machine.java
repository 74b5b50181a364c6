package dev.signet.verifier.authority;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a verifier takes from the machine that it runs on.
 *
 * @param clock the date; must agree with the authority's within the staleness bound
 * @param ticks how much time went by
 * @param random chance, for pauses; needs no cryptographic strength
 */
public record Machine(InstantSource clock, Ticks ticks, RandomGenerator random) {}
