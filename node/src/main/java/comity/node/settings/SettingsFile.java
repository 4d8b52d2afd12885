package comity.node.settings;

import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.ledger.policy.Policy;
import comity.ledger.policy.PolicyRefused;
import comity.objects.AccessKey;
import comity.objects.BucketAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads a node's YAML settings file and says everything that is wrong with it at once.
public final class SettingsFile {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> KNOWN = Set.of(
            "state",
            "name",
            "part",
            "data",
            "zone",
            "language",
            "drill",
            "drillClock",
            "web.address",
            "web.port",
            "web.publicUrl",
            "letters.address",
            "letters.port",
            "letters.publicUrl",
            "database.url",
            "database.user",
            "database.passwordFile",
            "programs",
            "registry.list",
            "registry.key",
            "cosigners.policy",
            "ledger.roundTo",
            "ledger.publishEvery",
            "ledger.files.s3.endpoint",
            "ledger.files.s3.region",
            "ledger.files.s3.bucket",
            "ledger.files.s3.prefix",
            "ledger.files.s3.accessKeyFile",
            "ledger.files.s3.secretKeyFile",
            "exhibits.connections",
            "exhibits.bytesPerSecond",
            "exhibits.uploads.largestFile",
            "exhibits.uploads.unfinished",
            "exhibits.timestamps.url",
            "exhibits.timestamps.roots",
            "exhibits.files.s3.endpoint",
            "exhibits.files.s3.region",
            "exhibits.files.s3.bucket",
            "exhibits.files.s3.prefix",
            "exhibits.files.s3.accessKeyFile",
            "exhibits.files.s3.secretKeyFile");

    private final Path file;
    private final JsonNode root;
    private final List<SettingFault> faults = new ArrayList<>();

    private SettingsFile(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /// Reads a file. Paths in it are relative to the folder it lies in.
    ///
    /// @throws BadSettings naming every missing, unknown or unreadable setting
    public static NodeSettings read(Path file) {
        try {
            return new SettingsFile(file, YAML.readTree(Files.readString(file))).settings();
        } catch (IOException e) {
            throw new BadSettings(file, SettingFault.ofFile("file-unreadable", String.valueOf(e.getMessage())));
        } catch (JacksonException e) {
            throw new BadSettings(file, SettingFault.ofFile("not-yaml", String.valueOf(e.getOriginalMessage())));
        }
    }

    /// Writes a file that [#read] reads to the same settings.
    public static void write(Path file, NodeSettings settings) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("state", settings.state().code());
        document.put("name", settings.name());
        document.put("part", settings.part().name().toLowerCase(java.util.Locale.ROOT));
        document.put("data", settings.data().toAbsolutePath().toString());
        document.put("zone", settings.zone().getId());
        document.put("language", settings.language().tag());
        document.put("drill", settings.drill());
        document.put("web", door(settings.web()));
        document.put("letters", door(settings.letters()));
        document.put(
                "registry",
                Map.of(
                        "list", settings.registry().list().toString(),
                        "key", settings.registry().key().toAbsolutePath().toString()));
        settings.database()
                .ifPresent(database -> document.put(
                        "database",
                        Map.of(
                                "url", database.url(),
                                "user", database.user(),
                                "passwordFile",
                                        database.passwordFile().toAbsolutePath().toString())));
        settings.drillClock()
                .ifPresent(clock ->
                        document.put("drillClock", clock.toAbsolutePath().toString()));
        settings.cosignerPolicy()
                .ifPresent(policy -> document.put(
                        "cosigners", Map.of("policy", policy.toAbsolutePath().toString())));
        Map<String, Object> ledger = ledger(settings);
        if (!ledger.isEmpty()) {
            document.put("ledger", ledger);
        }
        if (!settings.exhibits().equals(ExhibitSettings.USUAL)) {
            document.put("exhibits", exhibits(settings.exhibits()));
        }
        settings.programs()
                .ifPresent(programs ->
                        document.put("programs", programs.toAbsolutePath().toString()));
        Folders.makeFor(file);
        Files.writeString(file, YAML.writeValueAsString(document));
    }

    private static Map<String, Object> exhibits(ExhibitSettings settings) {
        Map<String, Object> exhibits = new LinkedHashMap<>();
        exhibits.put("connections", settings.connections());
        exhibits.put("bytesPerSecond", settings.bytesPerSecond());
        exhibits.put(
                "uploads",
                Map.of(
                        "largestFile", settings.uploads().largestFile(),
                        "unfinished", settings.uploads().unfinished()));
        settings.timestamps()
                .ifPresent(service -> exhibits.put(
                        "timestamps",
                        Map.of(
                                "url", service.url().toString(),
                                "roots", service.roots().toAbsolutePath().toString())));
        settings.bucket().ifPresent(bucket -> exhibits.put("files", Map.of("s3", bucket(bucket))));
        return exhibits;
    }

    private static Map<String, Object> ledger(NodeSettings settings) {
        Map<String, Object> ledger = new LinkedHashMap<>();
        LedgerRhythm rhythm = settings.ledgerRhythm();
        if (!rhythm.equals(LedgerRhythm.AT_ONCE)) {
            ledger.put("roundTo", rhythm.roundTo());
            ledger.put("publishEvery", rhythm.every().toString());
        }
        settings.ledgerBucket().ifPresent(bucket -> ledger.put("files", Map.of("s3", bucket(bucket))));
        return ledger;
    }

    private static Map<String, Object> bucket(BucketSettings bucket) {
        Map<String, Object> s3 = new LinkedHashMap<>();
        s3.put("endpoint", bucket.address().endpoint().toString());
        s3.put("region", bucket.address().region());
        s3.put("bucket", bucket.address().bucket());
        if (!bucket.address().prefix().isEmpty()) {
            s3.put("prefix", bucket.address().prefix());
        }
        s3.put("accessKeyFile", bucket.accessKeyFile().toAbsolutePath().toString());
        s3.put("secretKeyFile", bucket.secretKeyFile().toAbsolutePath().toString());
        return s3;
    }

    private static Map<String, Object> door(NodeSettings.Door door) {
        return Map.of(
                "address", door.address(),
                "port", door.port(),
                "publicUrl", door.publicUrl().toString());
    }

    private NodeSettings settings() {
        complainOfUnknown("", root);
        Optional<StateCode> state = text("state", "state", StateCode::new);
        Optional<String> name = text("name");
        Optional<NodeSettings.Part> part =
                text("part", "part", word -> NodeSettings.Part.valueOf(word.toUpperCase(java.util.Locale.ROOT)));
        Optional<Path> data = path("data");
        Optional<ZoneId> zone = text("zone", "zone", ZoneId::of);
        Optional<Language> language = text("language", "language", SettingsFile::language);
        Optional<NodeSettings.Door> web = door("web");
        Optional<NodeSettings.Door> letters = door("letters");
        Optional<URI> list = text("registry.list", "url", URI::create);
        Optional<Path> key = path("registry.key");
        Optional<NodeSettings.ExternalDatabase> database = database();
        boolean drill = at("drill").asBoolean(false);
        Optional<Path> drillClock = drillClock(drill);
        Optional<Path> programs = at("programs").isMissingNode() ? Optional.empty() : path("programs");
        Optional<Path> cosignerPolicy = at("cosigners").isMissingNode() ? Optional.empty() : cosignerPolicy();
        boolean everythingAtOnce = at("ledger.roundTo").isMissingNode()
                && at("ledger.publishEvery").isMissingNode();
        LedgerRhythm rhythm = everythingAtOnce ? LedgerRhythm.AT_ONCE : rhythm();
        Optional<BucketSettings> bucket = at("ledger.files").isMissingNode() ? Optional.empty() : bucket("ledger");
        ExhibitSettings exhibits = at("exhibits").isMissingNode() ? ExhibitSettings.USUAL : exhibits();
        if (!faults.isEmpty()) {
            throw new BadSettings(file, faults);
        }
        return new NodeSettings(
                state.orElseThrow(),
                name.orElseThrow(),
                part.orElseThrow(),
                data.orElseThrow(),
                web.orElseThrow(),
                letters.orElseThrow(),
                database,
                programs,
                new NodeSettings.RegistrySource(list.orElseThrow(), key.orElseThrow()),
                zone.orElseThrow(),
                language.orElseThrow(),
                drill,
                drillClock,
                cosignerPolicy,
                rhythm,
                bucket,
                exhibits);
    }

    private Optional<NodeSettings.ExternalDatabase> database() {
        if (root.path("database").isMissingNode()) {
            return Optional.empty();
        }
        Optional<String> url = text("database.url");
        Optional<String> user = text("database.user");
        Optional<Path> password = path("database.passwordFile");
        return url.isPresent() && user.isPresent() && password.isPresent()
                ? Optional.of(new NodeSettings.ExternalDatabase(url.get(), user.get(), password.get()))
                : Optional.empty();
    }

    private Optional<NodeSettings.Door> door(String where) {
        Optional<String> address = text(where + ".address");
        Optional<Integer> port = text(where + ".port", "port", SettingsFile::port);
        Optional<URI> url = text(where + ".publicUrl", "url", URI::create);
        return address.isPresent() && port.isPresent() && url.isPresent()
                ? Optional.of(new NodeSettings.Door(address.get(), port.get(), url.get()))
                : Optional.empty();
    }

    private static Language language(String tag) {
        return Language.ofTag(tag).orElseThrow(() -> new IllegalArgumentException(tag));
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(text);
        }
        return port;
    }

    /// A node with real cases goes by the machine's time and no other.
    private Optional<Path> drillClock(boolean drill) {
        if (at("drillClock").isMissingNode()) {
            return Optional.empty();
        }
        if (!drill) {
            faults.add(SettingFault.at("drillClock", "drill-clock"));
        }
        return path("drillClock");
    }

    private LedgerRhythm rhythm() {
        Optional<Integer> roundTo = text("ledger.roundTo", "number", Integer::valueOf);
        Optional<Duration> every = text("ledger.publishEvery", "duration", Duration::parse);
        roundTo.filter(size -> !LedgerRhythm.isSize(size))
                .ifPresent(
                        _ -> faults.add(SettingFault.at("ledger", "rhythm-size", String.valueOf(LedgerRhythm.MOST))));
        every.filter(round -> !LedgerRhythm.isRound(round))
                .ifPresent(_ -> faults.add(SettingFault.at("ledger", "rhythm-round")));
        return faults.isEmpty() ? new LedgerRhythm(roundTo.orElseThrow(), every.orElseThrow()) : LedgerRhythm.AT_ONCE;
    }

    private ExhibitSettings exhibits() {
        ExhibitSettings usual = ExhibitSettings.USUAL;
        Optional<Integer> connections = textOr(usual.connections(), "exhibits.connections", "number", Integer::valueOf);
        Optional<Long> cap = textOr(usual.bytesPerSecond(), "exhibits.bytesPerSecond", "number", Long::valueOf);
        Optional<ExhibitSettings.UploadLimits> uploads = uploads();
        Optional<ExhibitSettings.TimestampService> timestamps =
                at("exhibits.timestamps").isMissingNode() ? Optional.empty() : timestamps();
        Optional<BucketSettings> bucket = at("exhibits.files").isMissingNode() ? Optional.empty() : bucket("exhibits");
        try {
            return connections.isPresent() && cap.isPresent() && uploads.isPresent()
                    ? new ExhibitSettings(connections.get(), cap.get(), uploads.get(), timestamps, bucket)
                    : ExhibitSettings.USUAL;
        } catch (IllegalArgumentException e) {
            faults.add(
                    SettingFault.at("exhibits", "exhibits-numbers", String.valueOf(ExhibitSettings.MOST_CONNECTIONS)));
            return ExhibitSettings.USUAL;
        }
    }

    private Optional<ExhibitSettings.UploadLimits> uploads() {
        ExhibitSettings.UploadLimits usual = ExhibitSettings.UploadLimits.USUAL;
        Optional<Long> largest = textOr(
                usual.largestFile(),
                "exhibits.uploads.largestFile",
                "positive",
                text -> positive(text, Long.MAX_VALUE));
        Optional<Integer> unfinished = textOr(usual.unfinished(), "exhibits.uploads.unfinished", "positive", text ->
                (int) positive(text, Integer.MAX_VALUE));
        return largest.isPresent() && unfinished.isPresent()
                ? Optional.of(new ExhibitSettings.UploadLimits(largest.get(), unfinished.get()))
                : Optional.empty();
    }

    private static long positive(String text, long most) {
        long number = Long.parseLong(text);
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private Optional<ExhibitSettings.TimestampService> timestamps() {
        Optional<URI> url = text("exhibits.timestamps.url", "url", URI::create);
        Optional<Path> roots = path("exhibits.timestamps.roots");
        return url.isPresent() && roots.isPresent()
                ? Optional.of(new ExhibitSettings.TimestampService(url.get(), roots.get()))
                : Optional.empty();
    }

    private Optional<BucketSettings> bucket(String where) {
        Optional<URI> endpoint = text(where + ".files.s3.endpoint", "endpoint", BucketAddress::endpoint);
        Optional<String> region = text(where + ".files.s3.region", "region", BucketAddress::region);
        Optional<String> bucket = text(where + ".files.s3.bucket", "bucket", BucketAddress::bucket);
        Optional<String> prefix = textOr("", where + ".files.s3.prefix", "prefix", BucketAddress::prefix);
        Optional<Path> accessKey = fileWithWord(where + ".files.s3.accessKeyFile");
        Optional<Path> secretKey = fileWithWord(where + ".files.s3.secretKeyFile");
        return faults.isEmpty()
                ? Optional.of(new BucketSettings(
                        new BucketAddress(
                                endpoint.orElseThrow(),
                                region.orElseThrow(),
                                bucket.orElseThrow(),
                                prefix.orElseThrow()),
                        accessKey.orElseThrow(),
                        secretKey.orElseThrow()))
                : Optional.empty();
    }

    /// A file that must be there and hold one word. Nobody is told what it holds.
    private Optional<Path> fileWithWord(String where) {
        Optional<Path> chosen = path(where);
        chosen.ifPresent(one -> {
            try {
                AccessKey.word(one);
            } catch (IOException e) {
                faults.add(SettingFault.at(where, "file-unreadable", one));
            } catch (IllegalArgumentException e) {
                faults.add(SettingFault.at(where, "file-word", one));
            }
        });
        return chosen;
    }

    /// A choice that cannot be read must not turn into no choice.
    private Optional<Path> cosignerPolicy() {
        Optional<Path> policy = path("cosigners.policy");
        policy.ifPresent(chosen -> {
            try {
                Policy.parse(Files.readAllBytes(chosen));
            } catch (IOException e) {
                faults.add(SettingFault.at("cosigners.policy", "file-unreadable", String.valueOf(e.getMessage())));
            } catch (PolicyRefused e) {
                faults.add(SettingFault.at(
                        "cosigners.policy",
                        "policy-line",
                        String.valueOf(e.line()),
                        chosen,
                        e.fault().code()));
            }
        });
        return policy;
    }

    private Optional<Path> path(String where) {
        return text(
                where,
                "path",
                text -> file.toAbsolutePath().resolveSibling(text).normalize());
    }

    private Optional<String> text(String where) {
        return text(where, "text", Function.identity());
    }

    /// @param usual what holds when nothing is said
    private <T> Optional<T> textOr(T usual, String where, String form, Function<String, T> reader) {
        return at(where).isMissingNode() ? Optional.of(usual) : text(where, form, reader);
    }

    /// @param form what it should be, as the texts name it, for a complaint
    private <T> Optional<T> text(String where, String form, Function<String, T> reader) {
        JsonNode value = at(where);
        if (!value.isValueNode() || value.asString().isBlank()) {
            faults.add(SettingFault.at(where, "missing"));
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(value.asString()));
        } catch (IllegalArgumentException | DateTimeException e) {
            faults.add(SettingFault.at(where, "form." + form, value.asString()));
            return Optional.empty();
        }
    }

    private JsonNode at(String where) {
        JsonNode node = root;
        for (String name : where.split("\\.", -1)) {
            node = node == null ? MissingNode.getInstance() : node.path(name);
        }
        return node == null ? MissingNode.getInstance() : node;
    }

    private void complainOfUnknown(String prefix, JsonNode node) {
        node.propertyStream().forEach(property -> {
            String where = prefix + property.getKey();
            if (property.getValue().isObject()) {
                complainOfUnknown(where + ".", property.getValue());
            } else if (!KNOWN.contains(where)) {
                faults.add(SettingFault.at(where, "unknown", String.join(", ", new TreeSet<>(KNOWN))));
            }
        });
    }
}
