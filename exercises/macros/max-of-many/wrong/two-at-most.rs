macro_rules! most {
    ($first:expr $(, $more:expr)?) => {{
        let best = $first;
        $(
            let next = $more;
            let best = if next > best { next } else { best };
        )?
        best
    }};
}

pub fn same(n: i32) -> i32 {
    most!(n)
}
