/// The story under load: one host, many guests and members in one room, one flash sale, played by Gatling
/// against a standalone process of its own. Start reading at [StorySimulation]; [StoryRun] is the command
/// around it.
@NullMarked
package io.pasar.load.story;

import org.jspecify.annotations.NullMarked;
