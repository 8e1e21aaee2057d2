package io.pasar.community.post;

import io.pasar.platform.problem.InputError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Decides which media addresses posts may carry: absolute `https` with a host and nothing that misleads. They
/// are never fetched here. Pure.
final class MediaRules {

    private MediaRules() {}

    /// What is wrong with which address.
    static List<InputError> objections(List<Media> media) {
        return IntStream.range(0, media.size())
                .mapToObj(at ->
                        objection(media.get(at).url()).map(detail -> new InputError("/media/" + at + "/url", detail)))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Why the address is refused, as the end of a sentence, or empty.
    static Optional<String> objection(String url) {
        if (!url.chars().allMatch(letter -> letter > ' ' && letter < '\u007F')) {
            return Optional.of("must consist of ASCII characters; percent-encode all others");
        }
        try {
            return objection(new URI(url));
        } catch (URISyntaxException malformed) {
            return Optional.of("must be an absolute https address");
        }
    }

    private static Optional<String> objection(URI url) {
        if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            return Optional.of("must be an absolute https address");
        }
        return url.getUserInfo() == null ? Optional.empty() : Optional.of("must not contain a user name");
    }
}
