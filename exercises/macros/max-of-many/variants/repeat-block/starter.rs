macro_rules! times {
    ($count:expr, $body:block) => {
        todo!()
    };
}

pub fn nothing() {
    times!(2, {});
}
