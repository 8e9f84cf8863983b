mod a {
    pub(crate) mod b {
        fn f() {}
        pub fn g() {
            f();
        }
    }
    pub use self::c::h;
    mod c {
        pub(crate) fn h() {}
    }
}
pub use a::h;
fn main() {
    a::b::g();
}
