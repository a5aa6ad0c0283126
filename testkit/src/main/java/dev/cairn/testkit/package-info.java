/** Contract suites and doubles for those who write a storage or test what uses one. */
@NullMarked
package dev.cairn.testkit;

import org.jspecify.annotations.NullMarked;
