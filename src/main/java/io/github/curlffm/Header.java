package io.github.curlffm;

import io.github.curlffm.option.HeaderOrigin;

/**
 * A header that came with a response.
 *
 * @param name the name as the server wrote it
 * @param value the value without spaces around it
 * @param amount how many headers of this name there are
 * @param index which of those this one is, from 0
 * @param origin where it came from
 */
public record Header(String name, String value, long amount, long index, HeaderOrigin origin) {}
