PRAGMA application_id = 1114793540;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE "card" ("source" TEXT NOT NULL CHECK (typeof("source") = 'text'), "title" TEXT CHECK (typeof("title") IN ('text', 'null')), "author" TEXT CHECK (typeof("author") IN ('text', 'null')), "publisher" TEXT CHECK (typeof("publisher") IN ('text', 'null')), "published" TEXT CHECK (typeof("published") IN ('text', 'null')), "url" TEXT CHECK (typeof("url") IN ('text', 'null')), "accessed" TEXT NOT NULL CHECK (typeof("accessed") = 'text'), "reliability" TEXT CHECK (typeof("reliability") IN ('text', 'null')), "credibility" INTEGER CHECK (typeof("credibility") IN ('integer', 'null')), "descriptor" TEXT NOT NULL CHECK (typeof("descriptor") = 'text'), "marking" TEXT NOT NULL CHECK (typeof("marking") = 'text'), "included" INTEGER NOT NULL CHECK (typeof("included") = 'integer'), PRIMARY KEY ("source")) WITHOUT ROWID;
INSERT INTO "card" VALUES('scf8f4553098f','Counting blankets',NULL,'Malta Wire',NULL,NULL,'2026-05-06','B',3,'a wire service','OFFICIAL',0);
CREATE TABLE "decision" ("kind" TEXT NOT NULL CHECK (typeof("kind") = 'text'), "place" INTEGER NOT NULL CHECK (typeof("place") = 'integer'), "about" TEXT NOT NULL CHECK (typeof("about") = 'text'), "text" TEXT NOT NULL CHECK (typeof("text") = 'text'), PRIMARY KEY ("kind", "place")) WITHOUT ROWID;
INSERT INTO "decision" VALUES('dropped',0,'s_3','');
INSERT INTO "decision" VALUES('hidden',0,'a_malta','');
INSERT INTO "decision" VALUES('merged',0,'a_oslo','a_norway');
INSERT INTO "decision" VALUES('notes',0,'f_2','counted twice');
INSERT INTO "decision" VALUES('order',0,'f_2','');
INSERT INTO "decision" VALUES('order',1,'l_1','');
INSERT INTO "decision" VALUES('pinned',0,'l_1','');
INSERT INTO "decision" VALUES('pinned',1,'f_2','');
INSERT INTO "decision" VALUES('renamed',0,'a_norway','The Kingdom');
INSERT INTO "decision" VALUES('reworded',0,'f_2','about 900');
INSERT INTO "decision" VALUES('written',0,'judgement','Two lines

of judgement.');
CREATE TABLE "issue" ("number" INTEGER NOT NULL CHECK (typeof("number") = 'integer'), "date" TEXT NOT NULL CHECK (typeof("date") = 'text'), "title" TEXT NOT NULL CHECK (typeof("title") = 'text'), "template" TEXT NOT NULL CHECK (typeof("template") = 'text'), "name" TEXT NOT NULL CHECK (typeof("name") = 'text'), "sha256" TEXT NOT NULL CHECK (typeof("sha256") = 'text'), PRIMARY KEY ("number")) WITHOUT ROWID;
INSERT INTO "issue" VALUES(1,'2026-05-07','Blankets','situation-report','note.docx','03f12bc9c6451d72e227059d108acef13f6b2977f11df1e5404b931b833dedf2');
CREATE TABLE "ledger" ("issue" INTEGER NOT NULL CHECK (typeof("issue") = 'integer'), "place" INTEGER NOT NULL CHECK (typeof("place") = 'integer'), "evidence" TEXT NOT NULL CHECK (typeof("evidence") = 'text'), "number" INTEGER NOT NULL CHECK (typeof("number") = 'integer'), "source" TEXT NOT NULL CHECK (typeof("source") = 'text'), "name" TEXT NOT NULL CHECK (typeof("name") = 'text'), "sha256" TEXT NOT NULL CHECK (typeof("sha256") = 'text'), "start" INTEGER NOT NULL CHECK (typeof("start") = 'integer'), "end" INTEGER NOT NULL CHECK (typeof("end") = 'integer'), "passage" INTEGER NOT NULL CHECK (typeof("passage") = 'integer'), "page" INTEGER CHECK (typeof("page") IN ('integer', 'null')), "quote" TEXT NOT NULL CHECK (typeof("quote") = 'text'), PRIMARY KEY ("issue", "place")) WITHOUT ROWID;
INSERT INTO "ledger" VALUES(1,0,'l_s32ca85a3610d_0_50',1,'s32ca85a3610d','one.txt','32ca85a3610dc830a38aba4ef51b8eff61c2fdeccb648a4dff3816572b9cae77',0,50,1,1,'Norway sent 1,200 blankets to Malta on 3 May 2026.');
INSERT INTO "ledger" VALUES(1,1,'l_s32ca85a3610d_52_104',1,'s32ca85a3610d','one.txt','32ca85a3610dc830a38aba4ef51b8eff61c2fdeccb648a4dff3816572b9cae77',52,104,2,2,'“We will
send more,” said Health Minister Kari Berg.');
INSERT INTO "ledger" VALUES(1,2,'l_s32ca85a3610d_106_144',1,'s32ca85a3610d','one.txt','32ca85a3610dc830a38aba4ef51b8eff61c2fdeccb648a4dff3816572b9cae77',106,144,3,3,'Malta asked for tents & <b>stoves</b>.');
INSERT INTO "ledger" VALUES(1,3,'l_scf8f4553098f_0_58',2,'scf8f4553098f','two.txt','cf8f4553098fd6a5396e8121391d7b589f297866c68eba4a0b9256b8f9dbd3e4',0,58,1,1,'Officials in Malta counted about 900 blankets from Norway.');
INSERT INTO "ledger" VALUES(1,4,'l_scf8f4553098f_60_78',2,'scf8f4553098f','two.txt','cf8f4553098fd6a5396e8121391d7b589f297866c68eba4a0b9256b8f9dbd3e4',60,78,2,2,'Nothing else came.');
CREATE TABLE "original" ("source" TEXT NOT NULL CHECK (typeof("source") = 'text'), "data" BLOB NOT NULL CHECK (typeof("data") = 'blob'), PRIMARY KEY ("source")) WITHOUT ROWID;
INSERT INTO "original" VALUES('s32ca85a3610d',X'4E6F727761792073656E7420312C32303020626C616E6B65747320746F204D616C7461206F6E2033204D617920323032362E0A0AE2809C57652077696C6C0A73656E64206D6F72652CE2809D2073616964204865616C7468204D696E6973746572204B61726920426572672E0A0A4D616C74612061736B656420666F722074656E74732026203C623E73746F7665733C2F623E2E');
INSERT INTO "original" VALUES('s84a6ed253f8b',X'4E6F7468696E6720746F20646F20776974682069742E');
INSERT INTO "original" VALUES('scf8f4553098f',X'4F6666696369616C7320696E204D616C746120636F756E7465642061626F75742039303020626C616E6B6574732066726F6D204E6F727761792E0A0A4E6F7468696E6720656C73652063616D652E');
CREATE TABLE "passage" ("source" TEXT NOT NULL CHECK (typeof("source") = 'text'), "number" INTEGER NOT NULL CHECK (typeof("number") = 'integer'), "kind" TEXT NOT NULL CHECK (typeof("kind") = 'text'), "start" INTEGER NOT NULL CHECK (typeof("start") = 'integer'), "end" INTEGER NOT NULL CHECK (typeof("end") = 'integer'), "page" INTEGER CHECK (typeof("page") IN ('integer', 'null')), "level" INTEGER NOT NULL CHECK (typeof("level") = 'integer'), PRIMARY KEY ("source", "number")) WITHOUT ROWID;
INSERT INTO "passage" VALUES('s32ca85a3610d',1,'paragraph',0,50,1,0);
INSERT INTO "passage" VALUES('s32ca85a3610d',2,'paragraph',52,104,2,0);
INSERT INTO "passage" VALUES('s32ca85a3610d',3,'paragraph',106,144,3,0);
INSERT INTO "passage" VALUES('s84a6ed253f8b',1,'paragraph',0,22,1,0);
INSERT INTO "passage" VALUES('scf8f4553098f',1,'paragraph',0,58,1,0);
INSERT INTO "passage" VALUES('scf8f4553098f',2,'paragraph',60,78,2,0);
CREATE TABLE "request" ("field" TEXT NOT NULL CHECK (typeof("field") = 'text'), "place" INTEGER NOT NULL CHECK (typeof("place") = 'integer'), "text" TEXT NOT NULL CHECK (typeof("text") = 'text'), PRIMARY KEY ("field", "place")) WITHOUT ROWID;
INSERT INTO "request" VALUES('actors',0,'Norway');
INSERT INTO "request" VALUES('actors',1,'Malta');
INSERT INTO "request" VALUES('addressee',0,'The Minister');
INSERT INTO "request" VALUES('author',0,'Desk 3');
INSERT INTO "request" VALUES('date',0,'2026-05-05');
INSERT INTO "request" VALUES('marking',0,'OFFICIAL');
INSERT INTO "request" VALUES('reference',0,'B/12');
INSERT INTO "request" VALUES('template',0,'situation-report');
INSERT INTO "request" VALUES('title',0,'Blankets');
INSERT INTO "request" VALUES('words',0,'250');
CREATE TABLE "source" ("id" TEXT NOT NULL CHECK (typeof("id") = 'text'), "place" INTEGER NOT NULL CHECK (typeof("place") = 'integer'), "removed" INTEGER NOT NULL CHECK (typeof("removed") = 'integer'), "name" TEXT NOT NULL CHECK (typeof("name") = 'text'), "path" TEXT NOT NULL CHECK (typeof("path") = 'text'), "sha256" TEXT NOT NULL CHECK (typeof("sha256") = 'text'), "media_type" TEXT NOT NULL CHECK (typeof("media_type") = 'text'), "title" TEXT NOT NULL CHECK (typeof("title") = 'text'), "author" TEXT NOT NULL CHECK (typeof("author") = 'text'), "publisher" TEXT NOT NULL CHECK (typeof("publisher") = 'text'), "published" TEXT NOT NULL CHECK (typeof("published") = 'text'), "language" TEXT NOT NULL CHECK (typeof("language") = 'text'), "url" TEXT NOT NULL CHECK (typeof("url") = 'text'), "pages" INTEGER CHECK (typeof("pages") IN ('integer', 'null')), "duplicate_of" TEXT CHECK (typeof("duplicate_of") IN ('text', 'null')), "text_sha256" TEXT NOT NULL CHECK (typeof("text_sha256") = 'text'), "text" TEXT NOT NULL CHECK (typeof("text") = 'text'), PRIMARY KEY ("id")) WITHOUT ROWID;
INSERT INTO "source" VALUES('s32ca85a3610d',0,0,'one.txt','/x/one.txt','32ca85a3610dc830a38aba4ef51b8eff61c2fdeccb648a4dff3816572b9cae77','text/plain','Blankets','A. Writer','The Gazette','2026-05-04','','',NULL,NULL,'32ca85a3610dc830a38aba4ef51b8eff61c2fdeccb648a4dff3816572b9cae77','Norway sent 1,200 blankets to Malta on 3 May 2026.

“We will
send more,” said Health Minister Kari Berg.

Malta asked for tents & <b>stoves</b>.');
INSERT INTO "source" VALUES('s84a6ed253f8b',2,0,'three.txt','/x/three.txt','84a6ed253f8bb1f12fa558ac6fee38c53bc242d66e72c08d59b7b7fd4bc8dc41','text/plain','','','','','','',NULL,NULL,'84a6ed253f8bb1f12fa558ac6fee38c53bc242d66e72c08d59b7b7fd4bc8dc41','Nothing to do with it.');
INSERT INTO "source" VALUES('scf8f4553098f',1,0,'two.txt','/x/two.txt','cf8f4553098fd6a5396e8121391d7b589f297866c68eba4a0b9256b8f9dbd3e4','text/plain','','','','','','https://example.org/two',NULL,NULL,'cf8f4553098fd6a5396e8121391d7b589f297866c68eba4a0b9256b8f9dbd3e4','Officials in Malta counted about 900 blankets from Norway.

Nothing else came.');
COMMIT;
