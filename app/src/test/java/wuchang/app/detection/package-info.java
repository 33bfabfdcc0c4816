/**
 * How well simulated months are judged: by Wuchang, and by monitors that know nothing but limits.
 */
@NullMarked
package wuchang.app.detection;

import org.jspecify.annotations.NullMarked;
