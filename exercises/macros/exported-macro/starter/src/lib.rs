/// Makes a `BTreeMap` from keys and values.
macro_rules! map {
    ($key:expr => $value:expr) => {
        BTreeMap::from([($key, $value)])
    };
}
