/**
 * Trading strategies: what they are called, which parameters they take, and the signals they give for bars. A
 * new strategy is one small class added to the list in Strategies.
 */
@NullMarked
package io.alphaforge.strategy;

import org.jspecify.annotations.NullMarked;
