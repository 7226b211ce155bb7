// Live shares by the words of their note and cons, in Chinese and English.
//
// mode: schema
CREATE FULLTEXT INDEX share_text IF NOT EXISTS
FOR (share:Live) ON EACH [share.note, share.cons]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false}}
