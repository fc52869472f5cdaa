package io.github.curlffm;

import io.github.curlffm.option.HeaderOrigin;

/**
 * A header that came with a response.
 *
 * @param name the name as the server wrote it
 * @param value the value without spaces around it, its bytes read as UTF-8
 * @param amount how many headers of this name and origin there are
 * @param index which of those this one is, from 0
 * @param origin where it came from; null for an origin that this version of curl-ffm does not know
 */
public record Header(String name, String value, long amount, long index, HeaderOrigin origin) {}
