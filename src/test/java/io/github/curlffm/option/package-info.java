/**
 * The tables of options and infos and the named values, against the constants of libcurl's header. A {@code Table} is
 * one class of keys.
 */
package io.github.curlffm.option;
