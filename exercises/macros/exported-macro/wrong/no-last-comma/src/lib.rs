/// Makes a `BTreeMap` from keys and values.
#[macro_export]
macro_rules! map {
    ($($key:expr => $value:expr),*) => {{
        #[allow(unused_mut)]
        let mut map = ::std::collections::BTreeMap::new();
        $(map.insert($key, $value);)*
        map
    }};
}
