// What live shares say, by their words, Chinese and English mixed.
//
// mode: schema
CREATE FULLTEXT INDEX share_text IF NOT EXISTS
FOR (share:Live) ON EACH [share.note, share.cons]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false}}
