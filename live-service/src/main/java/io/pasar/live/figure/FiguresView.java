package io.pasar.live.figure;

import java.util.List;

/// A room's figures as the public interface shows them.
///
/// @param points one a step from the room's start to its end or to now; none before the start
record FiguresView(long stepSeconds, List<FigurePoint> points, FigureTotals totals) {}
