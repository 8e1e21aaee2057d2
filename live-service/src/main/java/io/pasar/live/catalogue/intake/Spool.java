package io.pasar.live.catalogue.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file on disk that has no name any more: what is written can be read several times and is gone when the spool
/// is closed or the process dies. Reading and writing block.
final class Spool implements Closeable {

    private final FileChannel channel;

    private Spool(FileChannel channel) {
        this.channel = channel;
    }

    static Spool open() throws IOException {
        Path file = Files.createTempFile("pasar-import", ".csv");
        return new Spool(FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// In bytes.
    long size() throws IOException {
        return channel.size();
    }

    /// Up to `length` bytes from `position` on.
    byte[] read(long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, size() - position));
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.read(bytes, at);
        }
        return bytes.array();
    }

    /// Everything from the start; closing it leaves the spool open.
    InputStream stream() {
        return new SpoolStream(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static final class SpoolStream extends InputStream {

        private final FileChannel channel;
        private long position;

        private SpoolStream(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = channel.read(ByteBuffer.wrap(target, offset, length), position);
            position += Math.max(read, 0);
            return read;
        }
    }
}
