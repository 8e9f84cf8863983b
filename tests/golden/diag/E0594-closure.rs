fn main() {
    let count = 0;
    let mut add = || count += 1;
    add();
    let s = String::from("a");
    let f: Box<dyn Fn() -> String> = Box::new(move || s);
    println!("{}", f());
}
