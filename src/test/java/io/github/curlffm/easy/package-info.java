/**
 * The easy handle: its life, its options and infos, what it keeps for libcurl, and how failures reach the caller. What
 * is about one callback is in {@code callback}.
 */
package io.github.curlffm.easy;
