/** The canteen as configured: areas, people, devices, calendar and channels. */
@NullMarked
package wuchang.domain.site;

import org.jspecify.annotations.NullMarked;
