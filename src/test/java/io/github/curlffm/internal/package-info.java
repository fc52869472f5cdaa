/**
 * What users do not see. The packages below test a room each; what is here looks at all of them: who may know whom,
 * and that every function of libcurl is bound.
 */
package io.github.curlffm.internal;
