//! camnang
