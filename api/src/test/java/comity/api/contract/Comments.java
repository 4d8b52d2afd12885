package comity.api.contract;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The comments of this room's sources, so that what a developer reads in the code is what the world reads in the
/// published description.
final class Comments {
    private final Map<String, String> texts = new HashMap<>();

    private Comments() {}

    /// Reads all sources below a folder.
    static Comments in(Path sources) throws IOException {
        Comments comments = new Comments();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(sources)) {
            List<Path> java = found.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("module-info.java"))
                    .toList();
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(java);
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, units);
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                comments.read(unit, trees);
            }
        }
        return comments;
    }

    private void read(CompilationUnitTree unit, DocTrees trees) {
        new TreePathScanner<Void, String>() {
            @Override
            public Void visitClass(ClassTree type, String outer) {
                String name = outer.isEmpty() ? type.getSimpleName().toString() : outer + "." + type.getSimpleName();
                keep(name, trees.getDocCommentTree(getCurrentPath()));
                return super.visitClass(type, name);
            }

            @Override
            public Void visitVariable(VariableTree variable, String outer) {
                TreePath parent = getCurrentPath().getParentPath();
                if (parent.getLeaf().getKind() == Tree.Kind.ENUM) {
                    keep(outer + "." + variable.getName(), trees.getDocCommentTree(getCurrentPath()));
                }
                return super.visitVariable(variable, outer);
            }
        }.scan(unit, "");
    }

    private void keep(String name, DocCommentTree comment) {
        if (comment == null) {
            return;
        }
        texts.put(name, text(comment.getFullBody()));
        for (DocTree tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree param) {
                texts.put(name + "#" + param.getName(), text(param.getDescription()));
            }
        }
    }

    private static String text(List<? extends DocTree> parts) {
        String text = parts.stream().map(Object::toString).collect(Collectors.joining());
        // A link to a type is its name to a reader outside.
        return text.replaceAll("\\[([A-Za-z#]+)]", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /// The comment of a type or enum constant.
    String of(String name) {
        return must(name);
    }

    /// The comment of a record's component.
    String of(String record, String component) {
        return must(record + "#" + component);
    }

    private String must(String name) {
        String text = texts.get(name);
        if (text == null || text.isBlank()) {
            throw new IllegalStateException("Nothing says what " + name + " means: write its comment");
        }
        return text;
    }
}
