package io.pasar.platform.socket;

import io.pasar.platform.auth.TokenVerifier;
import io.pasar.platform.trace.TraceService;
import java.time.Clock;

/// What all sockets of a process share.
record SocketTools(
        SocketProperties limits,
        FrameDecoder decoder,
        SocketFrames frames,
        TokenVerifier tokens,
        Clock clock,
        SocketInstruments instruments,
        TraceService traces) {}
