// Verify checks a Comity ledger with nothing of Comity: the Merkle tree, the tiles and the notes are those of
// golang.org/x/mod/sumdb, which Debian packages as golang-golang-x-mod-dev and other people wrote.
//
//	verify log      FOLDER LOG-KEY [COSIGNER-KEY...]       a whole published log: every entry, every tile, the root
//	verify grown    OLD-NOTE FOLDER LOG-KEY                the log only grew since an older checkpoint, from tiles
//	verify proven   OLD-NOTE NEW-NOTE LOG-KEY HASH...      the same, from a consistency proof that somebody gave
//	verify included NOTE LOG-KEY INDEX ENTRY HASH...       an entry in hexadecimal digits, from an inclusion proof
//	verify file     PROOF-FILE LOG-KEY [COSIGNER-KEY...]   an open proof file; every cosigner named must have signed
//	verify closed   PROOF-FILE ENTRY LOG-KEY [COSIGNER...] a closed one, with the entry in hexadecimal digits
//
// Prints one line and exits with 0 when all is good, 1 when something is not, 2 when it was called wrongly.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// A cosigner is what note does not know: an Ed25519 key that signs a time before the text.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.hash }
func (c *cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	head := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(sig))
	return ed25519.Verify(c.key, append([]byte(head), msg...), sig[8:])
}

func newCosigner(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("not a cosigner's key")
	}
	id, err := strconv.ParseUint(parts[1], 16, 32)
	if err != nil {
		return nil, err
	}
	typed, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil {
		return nil, err
	}
	if len(typed) != 1+ed25519.PublicKeySize || typed[0] != 4 {
		return nil, errors.New("not an Ed25519 cosigner's key")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), typed...))
	if binary.BigEndian.Uint32(sum[:]) != uint32(id) {
		return nil, errors.New("the identifier does not belong to the key")
	}
	return &cosigner{parts[0], uint32(id), ed25519.PublicKey(typed[1:])}, nil
}

// open reads a checkpoint that the log and every one of the cosigners must have signed.
func open(msg []byte, logKey string, cosignerKeys []string) (tlog.Tree, error) {
	log, err := note.NewVerifier(logKey)
	if err != nil {
		return tlog.Tree{}, err
	}
	known := []note.Verifier{log}
	for _, key := range cosignerKeys {
		c, err := newCosigner(key)
		if err != nil {
			return tlog.Tree{}, err
		}
		known = append(known, c)
	}
	n, err := note.Open(msg, note.VerifierList(known...))
	if err != nil {
		return tlog.Tree{}, err
	}
	for _, v := range known {
		found := false
		for _, s := range n.Sigs {
			found = found || s.Name == v.Name() && s.Hash == v.KeyHash()
		}
		if !found {
			return tlog.Tree{}, fmt.Errorf("%s did not sign", v.Name())
		}
	}
	lines := strings.SplitN(n.Text, "\n", 4)
	if len(lines) != 4 || lines[0] != log.Name() {
		return tlog.Tree{}, errors.New("not a checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, errors.New("not a size")
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return tlog.Tree{}, err
	}
	return tlog.Tree{N: size, Hash: root}, nil
}

// folder reads tiles by the paths of tlog-tiles, which leave out the height that sumdb writes.
type folder string

func (f folder) Height() int                     { return height }
func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}
func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, t := range tiles {
		data, err := f.read(t)
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (f folder) read(t tlog.Tile) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(string(f), path(t)))
	if err != nil && t.W < 1<<height {
		full := t
		full.W = 1 << height
		data, err = os.ReadFile(filepath.Join(string(f), path(full)))
	}
	if err != nil {
		return nil, err
	}
	if t.L >= 0 {
		want := t.W * tlog.HashSize
		if len(data) < want {
			return nil, errors.New("a torn tile")
		}
		data = data[:want]
	}
	return data, nil
}

func path(t tlog.Tile) string {
	p := strings.TrimPrefix(t.Path(), fmt.Sprintf("tile/%d/", height))
	if t.L < 0 {
		p = "entries" + strings.TrimPrefix(p, "data")
	}
	return "tile/" + p
}

// whole reads every entry, makes every tile again and compares, and leads to the root.
func whole(dir, logKey string, cosigners []string) error {
	msg, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return err
	}
	tree, err := open(msg, logKey, cosigners)
	if err != nil {
		return err
	}
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var out []tlog.Hash
		for _, i := range indexes {
			if i >= int64(len(stored)) {
				return nil, errors.New("a hash that is not there yet")
			}
			out = append(out, stored[i])
		}
		return out, nil
	})
	for n := int64(0); n < tree.N; {
		w := tree.N - n
		if w > 1<<height {
			w = 1 << height
		}
		bundle, err := folder(dir).read(tlog.Tile{H: height, L: -1, N: n >> height, W: int(w)})
		if err != nil {
			return err
		}
		for i := int64(0); i < w; i++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return errors.New("a torn bundle")
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			hashes, err := tlog.StoredHashes(n, bundle[2:end], reader)
			if err != nil {
				return err
			}
			stored = append(stored, hashes...)
			bundle = bundle[end:]
			n++
		}
		if len(bundle) > 0 && w == 1<<height {
			return errors.New("a bundle with too much in it")
		}
	}
	for _, t := range tlog.NewTiles(height, 0, tree.N) {
		if n := tree.N>>uint(height*t.L) - t.N<<height; n < 1<<height && int64(t.W) < n {
			// A partial tile of a smaller tree, which need not be there any more.
			continue
		}
		derived, err := tlog.ReadTileData(t, reader)
		if err != nil {
			return err
		}
		published, err := folder(dir).read(t)
		if err != nil {
			return err
		}
		if !bytes.Equal(derived, published) {
			return fmt.Errorf("another %s", path(t))
		}
	}
	if tree.N == 0 {
		if empty := sha256.Sum256(nil); tree.Hash != tlog.Hash(empty) {
			return errors.New("another root")
		}
		return nil
	}
	root, err := tlog.TreeHash(tree.N, reader)
	if err != nil {
		return err
	}
	if root != tree.Hash {
		return errors.New("another root")
	}
	return nil
}

func grown(oldNote, dir, logKey string) error {
	older, newer, err := two(oldNote, filepath.Join(dir, "checkpoint"), logKey)
	if err != nil {
		return err
	}
	proof, err := tlog.ProveTree(newer.N, older.N, tlog.TileHashReader(newer, folder(dir)))
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, newer.N, newer.Hash, older.N, older.Hash)
}

func proven(oldNote, newNote, logKey string, hashes []string) error {
	older, newer, err := two(oldNote, newNote, logKey)
	if err != nil {
		return err
	}
	var proof tlog.TreeProof
	for _, h := range hashes {
		hash, err := tlog.ParseHash(h)
		if err != nil {
			return err
		}
		proof = append(proof, hash)
	}
	return tlog.CheckTree(proof, newer.N, newer.Hash, older.N, older.Hash)
}

func two(oldNote, newNote, logKey string) (older, newer tlog.Tree, err error) {
	trees := make([]tlog.Tree, 2)
	for i, file := range []string{oldNote, newNote} {
		msg, err := os.ReadFile(file)
		if err != nil {
			return older, newer, err
		}
		if trees[i], err = open(msg, logKey, nil); err != nil {
			return older, newer, err
		}
	}
	return trees[0], trees[1], nil
}

func included(file, logKey, index, entry string, hashes []string) error {
	msg, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	tree, err := open(msg, logKey, nil)
	if err != nil {
		return err
	}
	n, err := strconv.ParseInt(index, 10, 64)
	if err != nil {
		return err
	}
	data, err := hex.DecodeString(entry)
	if err != nil {
		return err
	}
	return check(tree, n, data, hashes)
}

func check(tree tlog.Tree, index int64, entry []byte, hashes []string) error {
	var proof tlog.RecordProof
	for _, h := range hashes {
		hash, err := tlog.ParseHash(h)
		if err != nil {
			return err
		}
		proof = append(proof, hash)
	}
	if index < 0 || index >= tree.N {
		return errors.New("no such leaf")
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry))
}

// The parts of a proof file. An open one shows what was committed to: salt and event, whose digest is the entry.
func openProof(file, logKey string, cosigners []string) error {
	lines, msg, err := proofParts(file)
	if err != nil {
		return err
	}
	if !strings.HasPrefix(lines[1], "extra ") {
		return errors.New("not an open proof")
	}
	extra, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil {
		return err
	}
	entry := sha256.Sum256(extra)
	return proof(lines[2:], msg, entry[:], logKey, cosigners)
}

// A closed one is checked with an entry that is known from elsewhere, for example from a receipt.
func closedProof(file, entry, logKey string, cosigners []string) error {
	lines, msg, err := proofParts(file)
	if err != nil {
		return err
	}
	bytes, err := hex.DecodeString(entry)
	if err != nil {
		return err
	}
	return proof(lines[1:], msg, bytes, logKey, cosigners)
}

func proofParts(file string) ([]string, string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, "", err
	}
	head, msg, ok := strings.Cut(string(data), "\n\n")
	lines := strings.Split(head, "\n")
	if !ok || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return nil, "", errors.New("not a proof")
	}
	return lines, msg, nil
}

func proof(lines []string, msg string, entry []byte, logKey string, cosigners []string) error {
	if len(lines) < 1 || !strings.HasPrefix(lines[0], "index ") {
		return errors.New("not a proof of this kind")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64)
	if err != nil {
		return err
	}
	tree, err := open([]byte(msg), logKey, cosigners)
	if err != nil {
		return err
	}
	return check(tree, index, entry, lines[1:])
}

func run(args []string) (err error, called bool) {
	switch {
	case len(args) >= 3 && args[0] == "log":
		return whole(args[1], args[2], args[3:]), true
	case len(args) == 4 && args[0] == "grown":
		return grown(args[1], args[2], args[3]), true
	case len(args) >= 4 && args[0] == "proven":
		return proven(args[1], args[2], args[3], args[4:]), true
	case len(args) >= 5 && args[0] == "included":
		return included(args[1], args[2], args[3], args[4], args[5:]), true
	case len(args) >= 3 && args[0] == "file":
		return openProof(args[1], args[2], args[3:]), true
	case len(args) >= 4 && args[0] == "closed":
		return closedProof(args[1], args[2], args[3], args[4:]), true
	}
	return errors.New("see the head of verify.go"), false
}

func main() {
	err, called := run(os.Args[1:])
	switch {
	case !called:
		fmt.Println(err)
		os.Exit(2)
	case err != nil:
		fmt.Println("not good:", err)
		os.Exit(1)
	default:
		fmt.Println("good")
	}
}
