/** Benchmarks that anybody can run: what is measured, on which machine, and how it is told. */
@NullMarked
package wuchang.app.bench;

import org.jspecify.annotations.NullMarked;
