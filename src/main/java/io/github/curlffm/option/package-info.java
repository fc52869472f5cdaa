/**
 * The typed keys of options and infos, with libcurl's own names, and the enums of their values.
 */
package io.github.curlffm.option;
