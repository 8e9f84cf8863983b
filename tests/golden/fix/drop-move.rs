fn main() {
    let s = String::from("x");
    let show = move || println!("{}", s);
    show();
    println!("{}", s);
}
