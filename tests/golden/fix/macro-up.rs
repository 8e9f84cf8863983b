fn main() {
    hello!();
}
macro_rules! hello {
    () => {
        println!("hello")
    };
}
