package io.github.curlffm;

import io.github.curlffm.option.HeaderOrigin;

/**
 * A header of a response.
 *
 * @param name the name as the server wrote it
 * @param value the value without surrounding spaces, in the charset of the handle
 * @param amount the number of headers of this name and origin
 * @param index the index among those headers, from 0
 * @param origin the origin; null if this version of curl-ffm does not know it
 */
public record Header(String name, String value, long amount, long index, HeaderOrigin origin) {}
