/**
 * The sampling loop: readings and scans at their periods, the bounded history, the trend. It hands every
 * {@link io.fdscope.sample.Sample} to sinks and never knows who they are.
 */
package io.fdscope.sample;
