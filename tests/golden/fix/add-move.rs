fn main() {
    let show;
    {
        let n = 5;
        show = || println!("{n}");
    }
    show();
}
