package comity.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A bucket that speaks S3, at Amazon or anywhere else.
///
/// An answer can be lost after the deed: a write of which nobody knows how it ended is looked up, and
/// told by the bytes that are there. So every method may be repeated.
///
/// Every method throws [BucketUnavailable] when the store does not answer, or refuses.
public final class Bucket implements AutoCloseable {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration OF_SILENCE = Duration.ofSeconds(10);
    private static final Duration ONE_ATTEMPT = Duration.ofSeconds(30);
    private static final Duration ALL_ATTEMPTS = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 2;
    private static final Duration ONE_PART = Duration.ofMinutes(10);
    private static final int MOST_PARTS = 9_999;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private final BucketAddress address;
    private final S3Client client;

    /// Connects when it is first asked for something.
    public Bucket(BucketAddress address, AccessKey key) {
        this.address = address;
        // Nothing but what was handed in counts: neither the environment nor a file in somebody's home.
        this.client = S3Client.builder()
                .endpointOverride(address.endpoint())
                .region(Region.of(address.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret())))
                .forcePathStyle(true)
                // Stores that are not Amazon's often know neither; Content-MD5 they all know.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                // An early refusal must be read as what it is, not as a body that could not be sent.
                .serviceConfiguration(how -> how.chunkedEncodingEnabled(false).expectContinueEnabled(false))
                .overrideConfiguration(
                        how -> how.defaultProfileFile(ProfileFile.aggregator().build())
                                .apiCallAttemptTimeout(ONE_ATTEMPT)
                                .apiCallTimeout(ALL_ATTEMPTS)
                                .retryStrategy(retries -> retries.maxAttempts(ATTEMPTS)))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(TO_CONNECT)
                        .socketTimeout(OF_SILENCE)
                        .proxyConfiguration(ProxyConfiguration.builder()
                                .useSystemPropertyValues(false)
                                .useEnvironmentVariablesValues(false)
                                .build())
                        .build())
                .build();
    }

    public BucketAddress address() {
        return address;
    }

    /// Writes an object that will never change. What is there already stays as it is, whatever it is.
    public Placed putOnce(String name, byte[] content, Label label) {
        // Asked first, because there are stores that do not know the condition and would overwrite.
        Optional<byte[]> before = get(name);
        if (before.isPresent()) {
            return compared(before.get(), content);
        }
        Optional<BucketUnavailable> fault = put(name, content, label, request -> request.ifNoneMatch("*"));
        return fault.isEmpty()
                ? Placed.NEW
                : get(name).map(there -> compared(there, content)).orElseThrow(fault::get);
    }

    private static Placed compared(byte[] there, byte[] content) {
        return Arrays.equals(there, content) ? Placed.SAME : Placed.OTHER;
    }

    /// Writes an object in place of whatever has this name.
    public void replace(String name, byte[] content, Label label) {
        put(name, content, label, _ -> {}).ifPresent(fault -> requireThere(name, content, fault));
    }

    private void requireThere(String name, byte[] content, BucketUnavailable fault) {
        if (get(name).filter(there -> Arrays.equals(there, content)).isEmpty()) {
            throw fault;
        }
    }

    /// Writes an object in place of the state of it that was seen, and of no other.
    ///
    /// A store that does not know this condition replaces whatever is there.
    ///
    /// @param seen the tag of that state; empty when there was no such object
    /// @return false when there is another state by now, which was left as it is
    public boolean replace(String name, Optional<String> seen, byte[] content, Label label) {
        Optional<BucketUnavailable> fault = put(
                name,
                content,
                label,
                request -> seen.ifPresentOrElse(request::ifMatch, () -> request.ifNoneMatch("*")));
        if (fault.isEmpty()) {
            return true;
        }
        Optional<Found> now = look(name);
        if (now.map(there -> Arrays.equals(there.content(), content)).orElse(false)) {
            return true;
        }
        if (now.map(Found::tag).equals(seen)) {
            throw fault.get();
        }
        return false;
    }

    /// The bytes of an object, if there is one.
    public Optional<byte[]> get(String name) {
        return fetch(name, null).map(ResponseBytes::asByteArray);
    }

    /// An object with the tag of its state, if there is one.
    public Optional<Found> look(String name) {
        return fetch(name, null).map(read -> new Found(read.asByteArray(), tag(read.response())));
    }

    private String tag(GetObjectResponse response) {
        if (response.eTag() == null) {
            throw new BucketUnavailable(address, "its store gives objects no tag", new IOException("No ETag came"));
        }
        return response.eTag();
    }

    /// Some bytes of an object, if there is one. Fewer than were asked for when it ends before.
    ///
    /// @param from the first byte, counted from zero
    /// @param length how many, at least one
    public Optional<byte[]> get(String name, long from, int length) {
        if (from < 0 || length < 1) {
            throw new IllegalArgumentException("No bytes are %d from %d on".formatted(length, from));
        }
        String range = "bytes=%d-%d".formatted(from, from + length - 1);
        return fetch(name, range).map(read -> withinRange(read.asByteArray(), length));
    }

    /// A store that does not know ranges answers with everything, and is not believed.
    private byte[] withinRange(byte[] read, int length) {
        if (read.length > length) {
            throw new BucketUnavailable(
                    address,
                    "its store does not know ranges",
                    new IllegalStateException("More came than was asked for"));
        }
        return read;
    }

    private Optional<ResponseBytes<GetObjectResponse>> fetch(String name, @Nullable String range) {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(address.bucket())
                .key(key(name))
                .range(range)
                .build();
        try {
            return Optional.of(whole(client.getObjectAsBytes(request)));
        } catch (S3Exception e) {
            if (Faults.isAbsence(e)) {
                return Optional.empty();
            }
            if (range != null && Faults.isBeyondTheEnd(e)) {
                return Optional.of(
                        ResponseBytes.fromByteArray(GetObjectResponse.builder().build(), new byte[0]));
            }
            throw Faults.of(address, e);
        } catch (SdkException e) {
            throw Faults.of(address, e);
        }
    }

    /// A line that breaks within the headers leaves an answer that the client below takes for a whole
    /// one, without what came after: then the length is not the one that was announced, or none was.
    private ResponseBytes<GetObjectResponse> whole(ResponseBytes<GetObjectResponse> read) {
        Long announced = read.response().contentLength();
        if (announced == null || announced != read.asByteArrayUnsafe().length) {
            throw new BucketUnavailable(
                    address, "its store broke off in the middle of an answer", new IOException("The answer is torn"));
        }
        return read;
    }

    /// How many bytes an object has, if there is one.
    public OptionalLong size(String name) {
        // Asked together with the first byte: that it has come shows that the number before it is whole.
        Optional<ResponseBytes<GetObjectResponse>> first = fetch(name, "bytes=0-0");
        if (first.isEmpty()) {
            return OptionalLong.empty();
        }
        String range = first.get().response().contentRange();
        return OptionalLong.of(
                range == null
                        ? first.get().asByteArrayUnsafe().length
                        : Long.parseLong(range.substring(range.indexOf('/') + 1)));
    }

    /// What stands on an object that is there.
    Label labelOf(String name) {
        HeadObjectResponse head = asking(() ->
                client.headObject(request -> request.bucket(address.bucket()).key(key(name))));
        return new Label(head.contentType(), head.cacheControl());
    }

    /// The names of the objects that begin so.
    public List<String> names(String beginning) {
        String start = key(beginning);
        return asking(() ->
                client
                        .listObjectsV2Paginator(
                                request -> request.bucket(address.bucket()).prefix(start))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .map(key -> key.substring(key("").length()))
                        .toList());
    }

    /// Removes an object, if it is there.
    public void remove(String name) {
        asking(() ->
                client.deleteObject(request -> request.bucket(address.bucket()).key(key(name))));
    }

    @Override
    public void close() {
        client.close();
    }

    private <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw Faults.of(address, e);
        }
    }

    /// @return why it is not known to be there; empty when it is
    private Optional<BucketUnavailable> put(
            String name, byte[] content, Label label, Consumer<PutObjectRequest.Builder> condition) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(address.bucket())
                .key(key(name))
                .contentType(label.contentType())
                .cacheControl(label.cacheControl())
                .contentMD5(md5(content));
        condition.accept(request);
        try {
            client.putObject(request.build(), RequestBody.fromBytes(content));
            return Optional.empty();
        } catch (SdkException e) {
            return Optional.of(Faults.of(address, e));
        }
    }

    /// Writes a file of any length in parts, in place of whatever has this name. Until all parts are there
    /// nobody sees any of them; when it fails, none is left.
    ///
    /// @param part at least how many bytes a part has, but for the last; a very long file gets longer ones,
    ///     because stores take no more than ten thousand
    public void putFile(String name, Path file, long part, Label label) throws IOException {
        long length = Files.size(file);
        long each = Math.max(part, (length / MOST_PARTS / part + 1) * part);
        if (length <= each) {
            replace(name, Files.readAllBytes(file), label);
            return;
        }
        String upload = asking(() -> client.createMultipartUpload(request -> request.bucket(address.bucket())
                        .key(key(name))
                        .contentType(label.contentType())
                        .cacheControl(label.cacheControl()))
                .uploadId());
        boolean done = false;
        try {
            List<CompletedPart> parts = new ArrayList<>();
            for (long from = 0; from < length; from += each) {
                parts.add(putPart(name, upload, parts.size() + 1, file, from, Math.min(each, length - from)));
            }
            asking(() -> client.completeMultipartUpload(request -> request.bucket(address.bucket())
                    .key(key(name))
                    .uploadId(upload)
                    .multipartUpload(all -> all.parts(parts))));
            done = true;
        } finally {
            if (!done) {
                abandon(name, upload);
            }
        }
        if (size(name).orElse(-1) != length) {
            throw new BucketUnavailable(address, "its store did not keep all parts", new IOException("Too short"));
        }
    }

    private CompletedPart putPart(String name, String upload, int number, Path file, long from, long length)
            throws IOException {
        String md5 = md5(file, from, length);
        String tag = asking(() -> client.uploadPart(
                        request -> request.bucket(address.bucket())
                                .key(key(name))
                                .uploadId(upload)
                                .partNumber(number)
                                .contentLength(length)
                                .contentMD5(md5)
                                .overrideConfiguration(how -> how.apiCallAttemptTimeout(ONE_PART)
                                        .apiCallTimeout(ONE_PART.multipliedBy(ATTEMPTS))),
                        RequestBody.fromContentProvider(
                                () -> new FilePart(file, from, length), length, "application/octet-stream"))
                .eTag());
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    private void abandon(String name, String upload) {
        try {
            client.abortMultipartUpload(
                    request -> request.bucket(address.bucket()).key(key(name)).uploadId(upload));
        } catch (SdkException e) {
            // The store is away; what is left of the parts is its own to clear, and nobody sees it.
            System.getLogger(Bucket.class.getName())
                    .log(System.Logger.Level.DEBUG, "Parts of an unfinished object may be left", e);
        }
    }

    private static String md5(Path file, long from, long length) throws IOException {
        try (InputStream in = new FilePart(file, from, length)) {
            MessageDigest digest = newMd5();
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        }
    }

    private String key(String name) {
        if (!name.isEmpty() && !NAME.matcher(name.replaceFirst("/$", "")).matches()) {
            throw new IllegalArgumentException("No object has the name " + name);
        }
        return address.prefix().isEmpty() ? name : address.prefix() + "/" + name;
    }

    /// The store compares it with what has arrived. Against a bad line, not against a bad person.
    private static String md5(byte[] content) {
        return Base64.getEncoder().encodeToString(newMd5().digest(content));
    }

    private static MessageDigest newMd5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
